/** The bytes that the build hands over as base64 of gzip. */
export function unpack(base64: string): Promise<ArrayBuffer> {
  const packed = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const bytes = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(bytes).arrayBuffer();
}

export const unpackModule = async (base64: string): Promise<WebAssembly.Module> => WebAssembly.compile(await unpack(base64));

/** The bytes that the build hands over as base64 of gzip. */
export function unpack(base64: string): Promise<ArrayBuffer> {
  const characters = atob(base64);
  const packed = new Uint8Array(characters.length);
  for (let i = 0; i < packed.length; ++i) packed[i] = characters.charCodeAt(i); // a tenth of the time of Uint8Array.from
  const bytes = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(bytes).arrayBuffer();
}

export const unpackModule = async (base64: string): Promise<WebAssembly.Module> => WebAssembly.compile(await unpack(base64));

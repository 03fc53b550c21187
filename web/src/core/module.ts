/** Compiles the module, which the build hands over as base64 of gzip. */
export async function unpackModule(base64: string): Promise<WebAssembly.Module> {
  const packed = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const bytes = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compile(await new Response(bytes).arrayBuffer());
}

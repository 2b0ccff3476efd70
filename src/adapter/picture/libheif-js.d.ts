/** The part of the library that we use; it brings no types. */
declare module 'libheif-js/wasm-bundle.js' {
  type Target = { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number };
  type HeifImage = {
    readonly get_width: () => number;
    readonly get_height: () => number;
    readonly display: (target: Target, done: (shown: Target | null) => void) => void;
  };
  const libheif: { readonly HeifDecoder: new () => { readonly decode: (bytes: Uint8Array) => readonly HeifImage[] } };
  export = libheif;
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

/** The library's own memory. It grows, and its views are then replaced: read them anew after every call. */
type Memory = {
  readonly HEAPU8: Uint8Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
  readonly wasmExports: { readonly malloc: (size: number) => number; readonly free: (pointer: number) => void };
};

/** PDFium with the few ways to its memory that we need. One call at a time; it can't be stopped, so it runs in a child. */
export type Pdfium = {
  readonly call: WrappedPdfiumModule;
  readonly memory: Memory;
  /** Room for numbers that calls write: eight floats, read with `float`, or doubles. */
  readonly scratch: number;
  readonly float: (index: number) => number;
  readonly allocate: (size: number) => number;
  readonly free: (pointer: number) => void;
};

/** Loads the WebAssembly file of the installed package. Throws when the package is damaged. */
export async function loadPdfium(): Promise<Pdfium> {
  const file = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  const call = await init({ wasmBinary: readFileSync(file) });
  call.PDFiumExt_Init();
  // The package's types name fewer members than its module has.
  const memory = call.pdfium as unknown as Memory;
  const scratch = memory.wasmExports.malloc(64);
  return {
    call,
    memory,
    scratch,
    float: (index) => memory.HEAPF32[scratch / 4 + index] ?? 0,
    allocate: (size) => memory.wasmExports.malloc(size),
    free: (pointer) => memory.wasmExports.free(pointer),
  };
}

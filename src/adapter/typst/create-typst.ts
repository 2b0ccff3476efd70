import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler';
import { Failure } from '../../model/failure.ts';
import type { Typesetter } from '../../seam/typesetter.ts';

const require = createRequire(import.meta.url);
/** Source Sans 3: drawn for reading on screen and paper; Latin with all accents, Greek, Cyrillic. */
const fonts = () => [
  require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  require.resolve('@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf'),
  require.resolve('@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf'),
];
const mainFile = '/main.typ';
const fullDiagnostics = 1;

/** Typst as WebAssembly, loaded when the first PDF is wanted. It is given no way to read files or the network. */
export function createTypst(): Typesetter {
  let loading: Promise<TypstCompiler> | undefined;
  return {
    async typeset(template, data) {
      loading ??= loadCompiler();
      const compiler = await loading;
      const pdf = compile(compiler, template, data);
      if (pdf === undefined) throw new Failure('internal', 'The PDF could not be made. Take another format.');
      return pdf;
    },
  };
}

/** Nothing when it does not compile: what the compiler says of it may hold words of a letter, so it goes nowhere. */
function compile(compiler: TypstCompiler, template: string, data: string): Uint8Array | undefined {
  try {
    compiler.reset_shadow();
    compiler.add_source(mainFile, template);
    // The package types its answer `any`; what it holds is checked here.
    const answer: unknown = compiler.compile(mainFile, [['data', data]], 'pdf', fullDiagnostics);
    const pdf = typeof answer === 'object' && answer !== null && 'result' in answer ? answer.result : undefined;
    return pdf instanceof Uint8Array ? pdf : undefined;
  } catch {
    return undefined;
  } finally {
    compiler.reset();
  }
}

async function loadCompiler(): Promise<TypstCompiler> {
  const { initSync, TypstCompilerBuilder } = await import('@myriaddreamin/typst-ts-web-compiler');
  initSync({ module: readFileSync(require.resolve('@myriaddreamin/typst-ts-web-compiler/wasm')) });
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of fonts()) await builder.add_raw_font(readFileSync(font));
  return builder.build();
}

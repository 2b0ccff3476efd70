import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { Failure } from '../../model/failure.ts';
import { once } from '../../model/once.ts';
import type { Typesetter } from '../../seam/typesetter.ts';

const require = createRequire(import.meta.url);
/** Source Sans 3: drawn for reading on screen and paper; Latin with all accents, Greek, Cyrillic. */
const fonts = () => [
  require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  require.resolve('@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf'),
  require.resolve('@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf'),
];
/** Nothing lies there: a template that asked for a file would get none. */
const workspace = '/refusals-has-no-files';

/** Typst as a native library, loaded when the first PDF is wanted. */
export function createTypst(): Typesetter {
  const load = once(loadCompiler);
  return {
    async typeset(template, data) {
      const compiler = await load();
      // A sign that no font has is no PDF/UA: then the paper is still a tagged PDF, which is better than none.
      const pdf = compile(compiler, template, data, 'ua-1') ?? compile(compiler, template, data);
      if (pdf === undefined) throw new Failure('internal', 'The PDF could not be made. Take another format.');
      return pdf;
    },
  };
}

/** Nothing when it does not compile: what the compiler says of it may hold words of a letter, so it goes nowhere. */
function compile(compiler: NodeCompiler, template: string, data: string, standard?: string): Uint8Array | undefined {
  try {
    const { result } = compiler.compile({ mainFileContent: template, inputs: { data } });
    if (result === null) return undefined;
    return new Uint8Array(compiler.pdf(result, standard === undefined ? {} : { pdfStandard: standard }));
  } catch {
    return undefined;
  } finally {
    // What was set before is of no use to another letter.
    compiler.evictCache(0);
  }
}

async function loadCompiler(): Promise<NodeCompiler> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  return NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts().map((font) => readFileSync(font)) }] });
}

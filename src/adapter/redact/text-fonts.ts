import type { PdfParts } from './pdf-parts.ts';

/** Fonts that draw nothing: they only tell which letters stand where. */
export type TextFonts = {
  /** The number of the dictionary of all fonts. */
  readonly resources: number;
  /** The letters as codes of one font after another. */
  readonly encode: (letters: readonly string[]) => readonly { readonly font: string; readonly codes: string }[];
  /** Writes the fonts, when all letters are known. */
  readonly finish: () => void;
};

const lettersInFont = 255;

/** Fonts for any letters: each holds up to 255, in the order in which they come. */
export function createTextFonts(parts: PdfParts): TextFonts {
  const codes = new Map<string, number>();
  const resources = parts.reserve();
  return {
    resources,
    encode: (letters) => {
      const pieces: { font: string; codes: string }[] = [];
      for (const letter of letters) {
        const code = codes.get(letter) ?? codes.size;
        codes.set(letter, code);
        const font = `F${Math.floor(code / lettersInFont)}`;
        const hex = ((code % lettersInFont) + 1).toString(16).padStart(2, '0');
        const last = pieces.at(-1);
        if (last?.font === font) last.codes += hex;
        else pieces.push({ font, codes: hex });
      }
      return pieces;
    },
    finish: () => {
      const letters = [...codes.keys()];
      const fonts: string[] = [];
      for (let from = 0; from < letters.length; from += lettersInFont) {
        const font = addFont(parts, letters.slice(from, from + lettersInFont));
        fonts.push(`/F${from / lettersInFont} ${font} 0 R`);
      }
      parts.set(resources, `<< ${fonts.join(' ')} >>`);
    },
  };
}

/** A Type 3 font of empty letters, with a table from its codes to Unicode. */
function addFont(parts: PdfParts, letters: readonly string[]): number {
  const empty = parts.addStream('', Buffer.from('500 0 d0'));
  const names = letters.map((_, index) => `/g${index + 1}`);
  const table = letters.map((letter, index) => `<${hex(index + 1)}> <${unicodeHex(letter)}>`);
  const blocks: string[] = [];
  for (let from = 0; from < table.length; from += 100) {
    const block = table.slice(from, from + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  const unicode = parts.addStream(
    '',
    Buffer.from(
      `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange\n${blocks.join('\n')}\nendcmap CMapName currentdict /CMap defineresource pop end end`,
    ),
  );
  return parts.add(
    `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 1 /LastChar ${letters.length} /Widths [${letters.map(() => '500').join(' ')}] /CharProcs << ${names.map((name) => `${name} ${empty} 0 R`).join(' ')} >> /Encoding << /Type /Encoding /Differences [1 ${names.join(' ')}] >> /Resources << >> /ToUnicode ${unicode} 0 R >>`,
  );
}

function hex(code: number): string {
  return code.toString(16).padStart(2, '0');
}

function unicodeHex(letter: string): string {
  return Array.from({ length: letter.length }, (_, index) =>
    letter.charCodeAt(index).toString(16).padStart(4, '0'),
  ).join('');
}

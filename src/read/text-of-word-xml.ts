/** The parts of a Word letter's main file that make its text; everything else is how it looks. */
const piece = /<w:t(?:\s[^>]{0,500})?>([^<]*)<\/w:t>|<w:(tab|br|cr|numPr|noBreakHyphen)\b([^>]{0,500}?)\/?>|<\/w:p>/g;
/** A tick box of an old form: its state is in a setting, not in a glyph. */
const oldBox = /<w:checkBox>([\s\S]{0,2000}?)<\/w:checkBox>/g;

/**
 * The text of `word/document.xml`: one line a paragraph, a bullet before each item of a list, tick boxes as glyphs, a form
 * feed where a page is broken on purpose. No entity is expanded but XML's own five and numbers.
 */
export function textOfWordXml(xml: string): string {
  const withBoxes = xml.replace(oldBox, (_, settings: string) => `<w:t>${isTicked(settings) ? '☒' : '☐'} </w:t>`);
  return Array.from(withBoxes.matchAll(piece), ([whole, text, mark = '', attributes = '']) =>
    text === undefined ? printed(whole, mark, attributes) : decode(text),
  ).join('');
}

/** `checked` is the person's choice, `default` what the form came with. */
function isTicked(settings: string): boolean {
  const [, value] = /<w:checked\b([^>]*)>/.exec(settings) ?? /<w:default\b([^>]*)>/.exec(settings) ?? [];
  return value !== undefined && !/w:val="(0|false|off)"/.test(value);
}

function printed(whole: string, mark: string, attributes: string): string {
  if (whole === '</w:p>' || mark === 'cr') return '\n';
  if (mark === 'br') return attributes.includes('w:type="page"') ? '\f' : '\n';
  // A tab with a position is a setting of the ruler.
  if (mark === 'tab') return attributes.trim() === '' ? '\t' : '';
  return mark === 'numPr' ? '• ' : '-';
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function decode(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp|#\d{1,7}|#x[\da-f]{1,6});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

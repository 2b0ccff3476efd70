/** One paragraph or character style as it stands in a styles part. */
type Style = { readonly id: string; readonly name: string; readonly xml: string };

function stylesIn(xml: string): readonly Style[] {
  return [...xml.matchAll(/<w:style\b[^>]*\bw:styleId="([^"]+)"[^>]*>[\s\S]*?<\/w:style>/g)].map(
    ([whole, id = '']) => ({
      id,
      name: /<w:name w:val="([^"]*)"/.exec(whole)?.[1]?.toLowerCase() ?? '',
      xml: whole,
    }),
  );
}

/** The styles part of a template with ours beside its own, and the names by which its own are known in it. */
export type Adopted = { readonly styles: string; readonly renamed: ReadonlyMap<string, string> };

/**
 * A firm's own style of the same name stands: "heading 1" is called `Heading1` in one language's Word and `Titre1` in
 * another's. Of ours only those come in that the template lacks.
 */
export function adoptStyles(theirs: string, ours: string, used: ReadonlySet<string>): Adopted {
  const own = stylesIn(theirs);
  const wanted = stylesIn(ours).filter(({ id }) => used.has(id));
  const renamed = new Map<string, string>();
  const missing: string[] = [];
  for (const style of wanted) {
    const same = own.find(({ name }) => name === style.name) ?? own.find(({ id }) => id === style.id);
    if (same === undefined) missing.push(style.xml.replace(/<w:basedOn w:val="Normal"\/>/, basedOn(own)));
    else if (same.id !== style.id) renamed.set(style.id, same.id);
  }
  return { styles: theirs.replace('</w:styles>', `${missing.join('')}</w:styles>`), renamed };
}

function basedOn(own: readonly Style[]): string {
  const normal = own.find(({ name }) => name === 'normal');
  return normal === undefined ? '' : `<w:basedOn w:val="${normal.id}"/>`;
}

import type { FigureFile } from './figure-schema.ts';
import type { PackProblem, YamlFile } from './read-yaml.ts';

/** Amounts whose newest value should have been checked again by now. Older values only tell what was in force then. */
export function checkFigureAges(source: YamlFile<FigureFile>, today: string): readonly PackProblem[] {
  return source.value.figures.flatMap((figure, number) => {
    const newest = figure.values.reduce((latest, value) => (value.from > latest.from ? value : latest));
    if (newest.checkBy >= today) return [];
    const place = source.locate(['figures', number, 'values', figure.values.indexOf(newest), 'checkBy']);
    const message = `"${figure.id}" was to be checked by ${newest.checkBy}: read its source again, then write the next day to check`;
    return [{ file: source.file, ...place, message }];
  });
}

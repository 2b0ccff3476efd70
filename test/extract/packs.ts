import { compileExtractPacks, type ExtractPacks } from '../../src/extract/compile-packs.ts';
import { readPackFolder } from '../../src/pack/read-pack-folder.ts';

const folder = readPackFolder('patterns');
const found = folder.problems.filter((problem) => /languages|countries|(pack|kinds|zones)\.yaml/.test(problem.file));
if (found.length > 0) throw new Error(found.map((each) => `${each.file}:${each.line}: ${each.message}`).join('\n'));

/** The project's own packs, as far as this stage needs them. */
export const packs: ExtractPacks = compileExtractPacks({
  languages: folder.languages.map((file) => file.value),
  elsewhere: folder.elsewhere?.value ?? { countries: [] },
  countries: folder.countries.flatMap(({ id, pack, kinds, zones, lists }) =>
    pack === undefined || kinds === undefined || zones === undefined
      ? []
      : [
          {
            id,
            pack: pack.value,
            kinds: kinds.value,
            zones: zones.value,
            lists: Object.fromEntries([...lists].map(([language, file]) => [language, file.value.lists])),
          },
        ],
  ),
});

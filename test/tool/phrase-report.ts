import { writeFileSync } from 'node:fs';
// Which phrases are too broad: node dist/tool/phrase-report.js [how many]
// For every phrase: how often it finds its ground in the ground's own examples, in other grounds' examples, and in
// labelled cases rightly and wrongly. Read the worst; tighten them or take them out.
import { createAnalyze, preparePacks } from '../../src/analyze.ts';
import { createMatchPack } from '../../src/match/create-match-pack.ts';
import { exampleLetter } from '../../src/match/example-letter.ts';
import { matchGrounds } from '../../src/match/match-grounds.ts';
import { loadPacks } from '../../src/pack/load-packs.ts';
import { createLanguageTools } from '../../src/phrase/create-language-tools.ts';
import { readCases, readLabels } from '../eval/labelled-case.ts';
import { textDocument } from '../eval/text-document.ts';

type Count = { own: number; cross: number; right: number; wrong: number; where: string[] };
const most = Number(process.argv[2] ?? 60);
const packs = loadPacks('patterns', 'dist/packs.json');
const labels = readLabels('fixtures/cases/labels.json');
const counts = new Map<string, Count>();
const bare = (id: string) => id.replace(/^[a-z]+\./, '');
const labelsOf = (name: string) => [
  name,
  ...Object.entries(labels)
    .filter(([, names]) => names.includes(name))
    .map(([label]) => label),
];
const countOf = (key: string): Count => {
  const count = counts.get(key) ?? { own: 0, cross: 0, right: 0, wrong: 0, where: [] };
  counts.set(key, count);
  return count;
};

for (const country of packs.countries) {
  const languages = packs.languages.map((file) => ({
    file,
    tools: createLanguageTools(file.id, file.stemmer, { ...file.lists, ...country.lists[file.id] }),
  }));
  const pack = createMatchPack({
    grounds: country.grounds,
    laws: country.laws,
    knownWords: country.knownWords,
    languages,
  });
  for (const ground of country.grounds) {
    const alike = new Set(labelsOf(bare(ground.id)));
    for (const example of ground.examples) {
      for (const match of matchGrounds(exampleLetter(example, country.id), pack).grounds) {
        const same =
          labelsOf(bare(match.ground)).some((label) => alike.has(label)) || ground.overlaps.includes(match.ground);
        for (const sighting of match.sightings.filter((each) => each.clue === 'phrase')) {
          const count = countOf(`${match.ground} ${example.language}: ${sighting.pattern}`);
          if (match.ground === ground.id && example.expect === 'match') count.own += 1;
          else if (!same) {
            count.cross += 1;
            count.where.push(`${ground.id}: ${example.text.slice(0, 140)}`);
          }
        }
      }
    }
  }
}
const analyze = createAnalyze(preparePacks(packs));
for (const file of ['dev', 'train-a', 'train-b', 'train-c']) {
  for (const labelled of readCases(`fixtures/cases/${file}.jsonl`)) {
    if (labelled.country !== 'CA') continue;
    const report = analyze(textDocument(labelled.id, labelled.text), {
      answers: {},
      today: '2026-11-25',
      made: { at: '', analyzer: '' },
    });
    for (const match of report.grounds.filter((each) => each.strength !== 'possible')) {
      const own = labelsOf(bare(match.ground));
      const right = own.some((label) => labelled.grounds.includes(label));
      if (!right && own.some((label) => labelled.neutral.includes(label))) continue;
      for (const sighting of match.sightings.filter((each) => each.clue === 'phrase')) {
        const count = countOf(`${match.ground} ${labelled.lang}: ${sighting.pattern}`);
        if (right) count.right += 1;
        else {
          count.wrong += 1;
          count.where.push(`${labelled.id}: ${sighting.evidence.quote.slice(0, 140)}`);
        }
      }
    }
  }
}
if (process.argv.includes('--json'))
  writeFileSync(
    '/tmp/phrases.json',
    JSON.stringify([...counts].map(([key, { where: _where, ...count }]) => ({ key, ...count }))),
  );
const badness = (count: Count) => count.wrong * 3 + count.cross - (count.own + count.right * 2) * 0.5;
const rows = [...counts]
  .filter(([, count]) => count.cross + count.wrong > 0)
  .sort(([, one], [, other]) => badness(other) - badness(one));
for (const [key, count] of rows.slice(0, most)) {
  console.log(`own ${count.own} cross ${count.cross} right ${count.right} wrong ${count.wrong}  ${key.slice(0, 400)}`);
  for (const where of count.where.slice(0, 3)) console.log(`      ${where}`);
}
const sum = (pick: (count: Count) => number) => [...counts.values()].reduce((total, count) => total + pick(count), 0);
console.log(
  `${counts.size} phrases seen; own ${sum((c) => c.own)} cross ${sum((c) => c.cross)} right ${sum((c) => c.right)} wrong ${sum((c) => c.wrong)}`,
);

// Checks ground files while they are being written: node dist/tool/check-ground.js [--also] [part of a path ...]
import { checkGround } from '../../src/match/check-ground.ts';
import { createMatchPack } from '../../src/match/create-match-pack.ts';
import { exampleLetter } from '../../src/match/example-letter.ts';
import { matchGrounds } from '../../src/match/match-grounds.ts';
import { checkPhrases } from '../../src/pack/check-phrases.ts';
import { readPackFolder } from '../../src/pack/read-pack-folder.ts';
import { createLanguageTools } from '../../src/phrase/create-language-tools.ts';

const args = process.argv.slice(2);
const also = args.includes('--also');
const wanted = args.filter((arg) => !arg.startsWith('--'));
const folder = readPackFolder('patterns');
let printed = 0;
const most = 2000;
const print = (problem: { file: string; line: number; column: number; message: string }) => {
  printed += 1;
  if (printed <= most) console.log(`${problem.file}:${problem.line}:${problem.column} ${problem.message}`);
  if (printed === most + 1) console.log('(more problems are left out)');
};
const isWanted = (file: string) => wanted.length === 0 || wanted.some((part) => file.includes(part));
for (const problem of folder.problems) if (isWanted(problem.file)) print(problem);
for (const country of folder.countries) {
  const languages = folder.languages.map(({ value }) => {
    const lists = { ...value.lists, ...country.lists.get(value.id)?.value.lists };
    return { file: value, tools: createLanguageTools(value.id, value.stemmer, lists) };
  });
  for (const { file, tools } of languages) {
    const named = { ...file.lists, ...country.lists.get(file.id)?.value.lists };
    for (const name of Object.keys(named)) {
      const parsed = tools.parse(`{${name}}`);
      if ('mistake' in parsed) console.log(`list ${file.id} {${name}}: ${parsed.mistake.message}`);
    }
    const shared = [
      ...file.findings,
      ...file.leadIns,
      ...file.clauses.breaks,
      ...file.clauses.starters,
      ...file.cues.flatMap((cue) => [...cue.phrases, ...cue.ends]),
    ];
    for (const text of shared) {
      const parsed = tools.parse(text);
      if ('mistake' in parsed) console.log(`language ${file.id} "${text}": ${parsed.mistake.message}`);
    }
  }
  const laws = country.laws?.value ?? { acts: [], provisions: [] };
  const pack = createMatchPack({ grounds: country.grounds.map((ground) => ground.value), laws, languages });
  const tools = new Map(languages.map((language) => [language.file.id, language.tools]));
  let count = 0;
  for (const ground of country.grounds) {
    if (!isWanted(ground.file)) continue;
    const problems = [...checkPhrases(ground, tools), ...checkGround(ground, pack)];
    count += problems.length;
    problems.forEach(print);
    if (!also) continue;
    for (const example of ground.value.examples) {
      const others = matchGrounds(exampleLetter(example, country.id), pack).grounds.filter(
        (match) => match.ground !== ground.value.id,
      );
      for (const other of others)
        console.log(`  also ${other.ground} by "${other.sightings[0].pattern}" in: ${example.text.slice(0, 160)}`);
    }
  }
  console.log(`${country.grounds.length} grounds read, ${count} problems in those chosen`);
}

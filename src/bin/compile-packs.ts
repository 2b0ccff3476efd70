import { writeFileSync } from 'node:fs';
import { loadPacks } from '../pack/load-packs.ts';

/** Part of the build: the packs as one JSON file, so that a start costs milliseconds. */
writeFileSync('dist/packs.json', JSON.stringify(loadPacks('patterns')));

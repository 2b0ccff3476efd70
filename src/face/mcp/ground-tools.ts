import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { GroundView, PackView } from '../../job/pack-view.ts';
import { searchGrounds } from '../../job/search-grounds.ts';
import { Failure } from '../../model/failure.ts';
import type { Localized } from '../../model/locale.ts';
import { answerText } from './answer-text.ts';
import type { McpTools } from './mcp-tools.ts';

const language = z.enum(['en', 'fr']).default('en').describe('Language of the answer');
const readOnly = { readOnlyHint: true, openWorldHint: false } as const;

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

const headings = {
  documents: { en: 'What answers it', fr: 'Ce qui y répond' },
  mistakes: { en: 'Common mistakes', fr: 'Erreurs fréquentes' },
  wordings: { en: 'How letters word it', fr: 'Comment les lettres le disent' },
  law: { en: 'Law', fr: 'Droit' },
  routes: { en: 'Ways forward', fr: 'Démarches possibles' },
  sources: { en: 'Sources', fr: 'Sources' },
  representative: {
    en: 'Speak to a licensed representative before doing anything else.',
    fr: 'Parlez à un représentant autorisé avant toute autre démarche.',
  },
} as const satisfies Readonly<Record<string, Localized>>;

function section(
  heading: keyof typeof headings,
  language: keyof Localized,
  lines: readonly string[],
): readonly string[] {
  return lines.length === 0 ? [] : [`## ${headings[heading][language]}`, bullets(lines)];
}

/** A ground as a page of Markdown. */
function describeGround(pack: PackView, ground: GroundView, language: keyof Localized): string {
  const nameOf = (id: string): string => pack.documents.find((one) => one.id === id)?.name[language] ?? id;
  const titleOf = (id: string): string => pack.routes.find((one) => one.id === id)?.title[language] ?? id;
  const answers = ground.remedies.flatMap(({ show, documents }) => [
    `**${show[language]}**`,
    ...documents.map(({ id, why }) => `${nameOf(id)}: ${why[language]}`),
  ]);
  return [
    `# ${ground.title[language]} (${ground.id})`,
    ground.summary[language],
    ...(ground.stop === undefined ? [] : [`**${headings.representative[language]}**`]),
    ...section('documents', language, answers),
    ...section(
      'mistakes',
      language,
      ground.remedies.flatMap(({ mistakes }) => mistakes.map((one) => one[language])),
    ),
    ...section('wordings', language, ground.wordings[language] ?? []),
    ...section(
      'law',
      language,
      ground.law.map(({ title, url }) => `${title[language]}: ${url[language]}`),
    ),
    ...section('routes', language, ground.routes.map(titleOf)),
    ...section('sources', language, ground.sources),
  ].join('\n\n');
}

/** The tools that tell what the packs know. */
export function addGroundTools(server: McpServer, { packs }: McpTools): void {
  server.registerTool(
    'list_grounds',
    {
      title: 'List grounds of refusal',
      description:
        'The grounds of refusal that are known, by id and title; with a query only those that fit its words.',
      inputSchema: z.object({
        query: z.string().max(500).optional().describe('Words, or a sentence of a letter'),
        language,
      }),
      annotations: readOnly,
    },
    ({ query, language: asked }) =>
      answerText(() => {
        const all = packs.flatMap(({ grounds }) => grounds);
        const ids = query === undefined ? all.map(({ id }) => id) : searchGrounds(all, query);
        const found = ids.flatMap((id) => all.find((ground) => ground.id === id) ?? []);
        return bullets(found.map(({ id, title, summary }) => `${id}: ${title[asked]}. ${summary[asked]}`));
      }),
  );
  server.registerTool(
    'explain_ground',
    {
      title: 'Explain a ground of refusal',
      description: 'What a ground means, how letters word it, which documents answer it, its law and ways forward.',
      inputSchema: z.object({ id: z.string().max(120).describe('An id of list_grounds or of a report'), language }),
      annotations: readOnly,
    },
    ({ id, language: asked }) =>
      answerText(() => {
        const pack = packs.find(({ grounds }) => grounds.some((ground) => ground.id === id));
        const ground = pack?.grounds.find((one) => one.id === id);
        if (pack === undefined || ground === undefined)
          throw new Failure('not-found', 'There is no ground with this id. list_grounds names them all.');
        return describeGround(pack, ground, asked);
      }),
  );
}

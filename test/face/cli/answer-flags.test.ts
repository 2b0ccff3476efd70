import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runCli } from '../../support/run-cli.ts';

const letter = ['analyze', 'fixtures/letters/pgwp-fr.txt', '--format', 'json', '--today', '2026-11-25', '--in-canada'];
const shape = z.object({
  routes: z.array(z.object({ id: z.string(), state: z.string(), earliest: z.object({ on: z.string() }).optional() })),
  questions: z.array(z.object({ id: z.string() })),
});

async function analyze(...flags: readonly string[]): Promise<z.output<typeof shape>> {
  const { out } = await runCli([...letter, ...flags]);
  return shape.parse(JSON.parse(out));
}

describe('what the person tells on the command line', () => {
  test('work after the right to it ended closes restoration and asks when it stopped', async () => {
    const { routes, questions } = await analyze('--worked-since', 'yes');
    expect(routes).toContainEqual(expect.objectContaining({ id: 'ca.restoration', state: 'closed' }));
    expect(questions).toContainEqual({ id: 'breach-ended' });
  });

  test('the day it stopped gives the day from which a permit can be asked for', async () => {
    const { routes, questions } = await analyze('--worked-since', 'yes', '--breach-ended', '2026-08-31');
    expect(routes.find(({ id }) => id === 'ca.wait')).toMatchObject({ state: 'open', earliest: { on: '2027-03-01' } });
    expect(questions).not.toContainEqual({ id: 'breach-ended' });
  });

  test('a removal order is heard', async () => {
    const { routes } = await analyze('--removal-order', 'yes');
    expect(routes).toContainEqual(expect.objectContaining({ id: 'ca.restoration', state: 'closed' }));
  });

  test('a day that does not exist is refused', async () => {
    const { code, err } = await runCli([...letter, '--breach-ended', '2026-02-30']);
    expect(code).toBe(2);
    expect(err).toContain('Write the day as YYYY-MM-DD.');
  });
});

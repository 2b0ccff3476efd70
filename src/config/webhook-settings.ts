import { z } from 'zod';

/** Who is told when letters are read. Nobody, if not set. */
export const webhookVariables = {
  WEBHOOK_URL: z.url({ protocol: /^https?$/, error: 'write an address that begins with https://' }).optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]+=*$/, 'write whsec_ and 24 to 64 random bytes as base64')
    .transform((text) => Buffer.from(text.slice('whsec_'.length), 'base64'))
    .refine(({ length }) => length >= 24 && length <= 64, 'write whsec_ and 24 to 64 random bytes as base64')
    .optional(),
  WEBHOOK_ALLOW_PRIVATE: z.enum(['yes', 'no'], 'write yes or no').default('no'),
};

const variables = z.object(webhookVariables);

export type WebhookConfig = {
  readonly url: string;
  readonly secret: Uint8Array;
  /** Lets messages go to this machine and its own network, and without TLS. */
  readonly allowPrivate: boolean;
};

/** What is wrong beyond the shape of each. */
export function mistakesOfWebhook(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  const { WEBHOOK_URL: address, WEBHOOK_SECRET: secret, WEBHOOK_ALLOW_PRIVATE: allowed } = given;
  if (address === undefined || !URL.canParse(address)) return [];
  const { protocol, username, password } = new URL(address);
  return [
    ...(secret === undefined
      ? ['WEBHOOK_SECRET: WEBHOOK_URL needs it, so that its owner can tell your messages.']
      : []),
    ...(username === '' && password === '' ? [] : ['WEBHOOK_URL: leave name and password out.']),
    ...(protocol === 'https:' || allowed === 'yes' ? [] : ['WEBHOOK_URL: it has to begin with https://.']),
  ];
}

export function webhookConfig(settings: z.infer<typeof variables>): WebhookConfig | undefined {
  const { WEBHOOK_URL: url, WEBHOOK_SECRET: secret, WEBHOOK_ALLOW_PRIVATE: allowed } = settings;
  return url === undefined || secret === undefined ? undefined : { url, secret, allowPrivate: allowed === 'yes' };
}

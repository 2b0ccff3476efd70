import { systemClock } from '../adapter/system-clock.ts';
import { createWebhook, type WebhookSettings } from '../adapter/webhook/create-webhook.ts';
import { createNotifier, type Notifier } from '../job/notify/create-notifier.ts';
import type { Tools } from '../job/tools.ts';

/** Who tells a webhook what ended, when the settings name one. Nothing is contacted without. */
export async function openNotifier(
  tools: Pick<Tools, 'files' | 'clock' | 'log'>,
  settings: WebhookSettings | undefined,
): Promise<Notifier | undefined> {
  if (settings === undefined) return undefined;
  const notifier = createNotifier(tools, createWebhook(settings, systemClock));
  await notifier.resume();
  return notifier;
}

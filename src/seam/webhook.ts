/** Something came to its end. */
export type Ended = {
  readonly type: 'letter.done' | 'letter.failed' | 'batch.done';
  readonly id: string;
  /** Told again with the same name, it is the same message. */
  readonly name?: string;
};

/** What is told outside: that something ended, by its id. Nothing of a letter is in it. */
export type WebhookMessage = {
  /** The same for every try, so that whoever gets it twice can tell. */
  readonly id: string;
  /** JSON. */
  readonly body: string;
};

/** An address outside that wants to hear when letters are read. */
export interface Webhook {
  /** Signs the message and sends it once. `later` when it may be tried again, `never` when nobody wants it any more. */
  send(message: WebhookMessage, signal: AbortSignal): Promise<'taken' | 'later' | 'never'>;
}

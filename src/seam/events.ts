/** Tells whoever waits that something moved. An event may be missed: listeners read the store again and never rely on it. */
export interface Events {
  publish(topic: string): void;
  /** Calls `listener` after every publish of the topic, until the returned function is called. */
  subscribe(topic: string, listener: () => void): () => void;
}

export const letterTopic = (id: string): string => `letter:${id}`;
export const batchTopic = (id: string): string => `batch:${id}`;
export const workTopic = 'work';

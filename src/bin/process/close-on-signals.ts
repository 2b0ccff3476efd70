/** A signal closes the service in order; a second one, or half a minute, ends it at once. */
export function closeOnSignals(stop: () => Promise<void>): void {
  let told = false;
  const end = (code: number, grace: number): void => {
    if (told) process.exit(1);
    told = true;
    setTimeout(() => process.exit(1), grace).unref();
    void stop().finally(() => process.exit(code));
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end(0, 30_000));
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      // Where it happened, without the message: it may hold words of a letter.
      const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
      process.stderr.write(
        `${JSON.stringify({ event: 'defect', stack: lines.filter((line) => /^ +at /.test(line)).join('') })}\n`,
      );
      end(1, 5000);
    });
  }
}

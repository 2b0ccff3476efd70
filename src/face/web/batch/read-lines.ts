/** The lines of an answer, each as soon as it is there. Throws when the answer is an error or breaks off. */
export async function* readLines(response: Response): AsyncGenerator<string> {
  if (!response.ok || response.body === null) throw new Error(`status ${response.status}`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value = '' } = await reader.read();
    const lines = `${rest}${value}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield line;
    if (!done) continue;
    if (rest !== '') yield rest;
    return;
  }
}

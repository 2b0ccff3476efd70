import type { CallToolResult } from '@modelcontextprotocol/server';
import { Failure } from '../../model/failure.ts';

/** An answer of a tool. What stops the work on purpose is told; anything else is a defect, without its message. */
export async function answerText(work: () => Promise<string> | string): Promise<CallToolResult> {
  try {
    return { content: [{ type: 'text', text: await work() }] };
  } catch (error) {
    const told =
      error instanceof Failure && error.code !== 'internal'
        ? `${error.code}: ${error.message}`
        : 'internal: Something went wrong in the analyzer itself.';
    return { isError: true, content: [{ type: 'text', text: told }] };
  }
}

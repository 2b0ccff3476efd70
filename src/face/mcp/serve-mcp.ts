import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { addGroundTools } from './ground-tools.ts';
import { addLetterTools } from './letter-tools.ts';
import type { McpTools } from './mcp-tools.ts';

function createMcpServer(tools: McpTools): McpServer {
  const server = new McpServer({ name: 'refusal-letter-analyzer', version: tools.version });
  addLetterTools(server, tools);
  addGroundTools(server, tools);
  return server;
}

/** Speaks the Model Context Protocol over standard input and output until the other side closes them. */
export async function serveMcp(tools: McpTools, ended: Promise<unknown>): Promise<void> {
  const handle = serveStdio(() => createMcpServer(tools));
  await ended;
  await handle.close();
}

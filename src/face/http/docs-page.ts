import { html, type Markup } from './html.ts';
import { type Operation, operationTags } from './operation.ts';
import { problemKinds } from './problem.ts';

const shell = (title: string, body: Markup): string =>
  html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="stylesheet" href="/assets/page.css"><link rel="icon" href="/assets/icon.svg"></head>
<body><main class="wrap docs" id="main">${body}</main></body></html>`.markup;

const slug = (path: string): string => path.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, '');

function parametersOf({ parameters = [], body }: Operation): Markup {
  if (parameters.length === 0 && body === undefined) return html``;
  const rows = parameters.map(
    (parameter) =>
      html`<tr><th scope="row"><code>${parameter.name}</code></th><td>${parameter.in}</td><td>${parameter.description}</td></tr>`,
  );
  const bodyRow =
    body === undefined
      ? []
      : [html`<tr><th scope="row">body</th><td><code>${body.mediaType}</code></td><td>${body.description}</td></tr>`];
  return html`<table><thead><tr><th scope="col">Name</th><th scope="col">Where</th><th scope="col">What</th></tr></thead><tbody>${[...rows, ...bodyRow]}</tbody></table>`;
}

function operationOf(name: string, operation: Operation): Markup {
  const answers = Object.entries(operation.answers).map(
    ([status, { description }]) => html`<li><b>${status}</b> ${description}</li>`,
  );
  const problems = (operation.problems ?? []).map(
    (code) => html`<li><b>${problemKinds[code].status}</b> <a href="/problems/${code}"><code>${code}</code></a></li>`,
  );
  const scopes =
    operation.scopes.length === 0 ? '' : ` With accounts, the key needs the scope ${operation.scopes.join(' or ')}.`;
  return html`<section class="card" id="${slug(name)}"><h3><code>${operation.method.toUpperCase()} ${operation.path}</code></h3>
<p>${operation.summary}.${scopes}</p>${parametersOf(operation)}<ul class="plain">${[...answers, ...problems]}</ul></section>`;
}

/** The API's description for people, made from the table of calls. */
export function docsPage(operations: Readonly<Record<string, Operation>>): string {
  const sections = Object.entries(operationTags).map(([tag, about]) => {
    const calls = Object.entries(operations).filter(([, operation]) => operation.tag === tag);
    return calls.length === 0
      ? html``
      : html`<h2>${tag}</h2><p>${about}.</p>${calls.map(([name, call]) => operationOf(name, call))}`;
  });
  const example = 'curl -F letter=@letter.pdf -H "Prefer: wait=20" http://127.0.0.1:3000/v1/letters';
  return shell(
    'The API',
    html`<p><a href="/">Back to the page</a></p><h1>The API</h1>
<p class="lead">Send a letter, get a report. The same description for programs: <a href="/openapi.json">/openapi.json</a>.</p>
<pre tabindex="0">${example}</pre>${sections}
<h2>Problems</h2><p>Errors are <code>application/problem+json</code> (RFC 9457), with a code and what to do.</p>
<table><thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">What to do</th></tr></thead><tbody>${Object.entries(
      problemKinds,
    ).map(
      ([code, { status, whatToDo }]) =>
        html`<tr><th scope="row"><a href="/problems/${code}"><code>${code}</code></a></th><td>${status}</td><td>${whatToDo}</td></tr>`,
    )}</tbody></table>`,
  );
}

/** What one problem means. */
export function problemPage(code: keyof typeof problemKinds): string {
  const kind = problemKinds[code];
  return shell(
    kind.title,
    html`<p><a href="/docs">The API</a></p><h1>${kind.title}</h1><p><code>${code}</code>, status ${kind.status}</p><p>${kind.whatToDo}</p>`,
  );
}

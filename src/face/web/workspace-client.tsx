import { hydrate } from 'preact';
import { readPage } from './read-page.ts';
import { WorkspaceApp } from './workspace-app.tsx';
import { isWorkspace } from './workspace-view.ts';

const page = readPage();
if (page !== undefined && isWorkspace(page.data)) hydrate(<WorkspaceApp data={page.data} />, page.root);

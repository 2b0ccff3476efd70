import { hydrate } from 'preact';
import { readPage } from './view/read-page.ts';
import { isWorkspace } from './view/workspace-view.ts';
import { WorkspaceApp } from './workspace-app.tsx';

const page = readPage();
if (page !== undefined && isWorkspace(page.data)) hydrate(<WorkspaceApp data={page.data} />, page.root);

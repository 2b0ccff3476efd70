import type { PageData } from './page-data.ts';

const views = ['patterns', 'ground', 'batches', 'batch', 'compare', 'deadlines', 'keys'] as const;

/** The views that the workspace draws; all others are the applicant's, whose script stays small. */
export type WorkspaceData = Extract<PageData, { view: (typeof views)[number] }>;

export const isWorkspace = (data: PageData): data is WorkspaceData => views.some((view) => view === data.view);

export type ApplicantData = Exclude<PageData, WorkspaceData>;

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { loadDocument } from '../documents/load.js';
import { type WorkspaceDocument, workspaceSchema } from '../documents/workspace.js';

export const workspaceFile = 'kanli.yaml';

/** Where a desk keeps its settings and cards. */
export interface Workspace {
  /** The folder of `kanli.yaml`, or the current one where there is none. */
  readonly folder: string;
  /** Is there a `kanli.yaml` at all? */
  readonly found: boolean;
  readonly settings: WorkspaceDocument;
  readonly problems: readonly Diagnostic[];
}

/** The nearest `kanli.yaml` from `folder` upwards; without one, nothing is set. */
export function findWorkspace(folder: string): Workspace {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const file = join(at, workspaceFile);
    if (existsSync(file)) return readWorkspace(at, file, relative(folder, file));
    if (dirname(at) === at) return { folder, found: false, settings: {}, problems: [] };
  }
}

function readWorkspace(folder: string, file: string, name: string): Workspace {
  const loaded = loadDocument(
    readFileSync(file),
    { file: name },
    { kind: 'Workspace', schema: workspaceSchema, checks: [], finish: (document) => document },
  );
  return { folder, found: true, settings: loaded.ok ? loaded.value : {}, problems: loaded.problems };
}

export function cardsFolder(workspace: Workspace): string {
  return resolve(workspace.folder, workspace.settings.cards ?? 'ratecards');
}

/** The sections of views.md that a row can name as a whole. */
export const SECTIONS = ['situation', 'responsibility', 'worklists', 'counts', 'timeline', 'contradictions', 'audit', 'proof'] as const;
/** Parts of sections: a facet or cause of being out of view, a definition of schemes.yaml, a work list. */
export const PARTS = ['facet', 'cause', 'definition', 'worklist'] as const;

export type ViewReference =
  | { readonly kind: (typeof SECTIONS)[number] }
  | { readonly kind: (typeof PARTS)[number]; readonly name: string }
  | { readonly kind: 'metric'; readonly name: string };

const PART = /^(facet|cause|definition|worklist):([a-z0-9]+(?:-[a-z0-9]+)*|searchPeriod)$/;
const METRIC = /^C(?:[1-9]|1\d|2[0-6])$/;

/** Where a row shows, taken apart; undefined for what is no view. Whether there is a view of that name is for the views to say. */
export function parseView(view: string): ViewReference | undefined {
  const section = SECTIONS.find((name) => name === view);
  if (section) return { kind: section };
  if (METRIC.test(view)) return { kind: 'metric', name: view };
  const [, kind, name] = PART.exec(view) ?? [];
  const part = PARTS.find((known) => known === kind);
  return part && name !== undefined ? { kind: part, name } : undefined;
}

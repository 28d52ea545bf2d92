import { sistersOf } from './explore/sisters.ts';
import type { Panel } from './panel.ts';

/** The panels under a calculator, in their order. */
export const panels: readonly Panel[] = [
  { id: 'sweep', title: 'panelSweep', fits: () => true, load: () => import('./explore/SweepPanel.tsx') },
  { id: 'compare', title: 'panelCompare', fits: () => true, load: () => import('./explore/ComparePanel.tsx') },
  {
    id: 'sisters',
    title: 'panelSisters',
    fits: ({ scheme }) => sistersOf(scheme.id).length > 0,
    load: () => import('./explore/SistersPanel.tsx'),
  },
  {
    id: 'cohort',
    title: 'panelCohort',
    fits: ({ scheme }) => scheme.cohort !== undefined,
    load: () => import('./cohort/CohortPanel.tsx'),
  },
  { id: 'take-away', title: 'panelTakeAway', fits: () => true, load: () => import('./take-away/TakeAwayPanel.tsx') },
  { id: 'classroom', title: 'panelClassroom', fits: () => true, load: () => import('./classroom/ClassroomPanel.tsx') },
];

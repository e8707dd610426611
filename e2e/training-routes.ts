import type { Right } from '@/lib/access.ts';
import type { Route } from './routes.ts';

/** The rows of training, scenarios and lessons. */
export const TRAINING_ROUTES: Record<string, Route> = {
  'GET /skills/lessons': { at: '/skills/lessons', needs: 'see_skills' },
  'GET /skills/lessons/[lesson]': {
    at: '/skills/lessons/1',
    needs: 'see_skills',
    other: '/skills/lessons/2',
  },
  'GET /skills/lessons/new': { at: '/skills/lessons/new', needs: 'train' },
  'GET /skills/scenarios': { at: '/skills/scenarios', needs: 'see_training' },
  'GET /skills/scenarios/[scenario]': { at: '/skills/scenarios/1', needs: 'see_training' },
  'GET /skills/scenarios/new': {
    at: '/skills/scenarios/new?incident={own}',
    needs: 'train',
    other: '/skills/scenarios/new?incident={other}',
  },
  'GET /skills/training': { at: '/skills/training', needs: 'see_skills' },
  'GET /skills/training/modules/[module]': { at: '/skills/training/modules/1', needs: 'see_training' },
  'GET /skills/training/modules/new': { at: '/skills/training/modules/new', needs: 'train' },
  'GET /skills/training/sessions/[session]': {
    at: '/skills/training/sessions/1',
    needs: 'see_training',
    other: '/skills/training/sessions/2',
  },
  'GET /skills/training/sessions/[session]/pack': {
    at: '/skills/training/sessions/1/pack',
    needs: 'see_training',
    other: '/skills/training/sessions/2/pack',
  },
  'GET /skills/training/sessions/new': { at: '/skills/training/sessions/new', needs: 'train' },
  'GET /api/panels/training/[session]/[panel]': {
    at: '/api/panels/training/1/shares?format=csv',
    needs: 'see_training',
    answers: 404,
  },
};

export const TRAINING_ACTIONS: Record<string, Right> = {
  answerLesson: 'train',
  checkTheScenario: 'train',
  removeTheSession: 'train',
  saveAttendance: 'train',
  saveChangedLesson: 'train',
  saveChangedModule: 'train',
  saveChangedScenario: 'train',
  saveChangedSession: 'train',
  saveInvitations: 'train',
  saveLesson: 'train',
  saveModule: 'train',
  saveScenario: 'train',
  saveSession: 'train',
};

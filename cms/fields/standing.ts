import type { Field } from 'payload';

/** Where what is edited stands: on the site, and with its reviewers. It stores nothing. */
export const standing: Field = {
  name: 'standing',
  type: 'ui',
  admin: { position: 'sidebar', disableListColumn: true, components: { Field: '/cms/admin/standing/StandingPanel.tsx#StandingPanel' } },
};

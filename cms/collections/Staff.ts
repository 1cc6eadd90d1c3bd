import type { CollectionConfig } from 'payload';
import { admins } from '../access/admins.ts';
import { ownAccount } from '../access/ownAccount.ts';
import { roleOf, roles } from '../access/roles.ts';
import { said } from '../fields/said.ts';
import { checkPassword } from '../hooks/checkPassword.ts';
import { checkShape } from '../hooks/checkShape.ts';
import { keepAnAdminOnChange, keepAnAdminOnDelete } from '../hooks/keepAnAdmin.ts';

const roleLabels = { admin: said('Admin', 'Administración'), editor: said('Editor', 'Redacción'), clinician: said('Clinician', 'Clínica') } as const;

/** Who may sign in. Five wrong passwords lock an account for ten minutes. */
export const Staff = (secureCookies: boolean): CollectionConfig => ({
  slug: 'staff',
  labels: { singular: said('Member of staff', 'Miembro del personal'), plural: said('Staff', 'Personal') },
  auth: { maxLoginAttempts: 5, lockTime: 10 * 60 * 1000, tokenExpiration: 8 * 60 * 60, useAPIKey: false, cookies: { sameSite: 'Lax', secure: secureCookies } },
  access: { read: ownAccount, create: admins, update: ownAccount, delete: admins, unlock: admins, admin: ({ req }) => roleOf(req) !== undefined },
  admin: { group: said('Staff', 'Personal'), useAsTitle: 'name', defaultColumns: ['name', 'email', 'role'] },
  defaultSort: 'name',
  hooks: { beforeOperation: [checkShape, checkPassword], beforeChange: [keepAnAdminOnChange], beforeDelete: [keepAnAdminOnDelete] },
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      maxLength: 80,
      label: said('Name', 'Nombre'),
      admin: { description: said('As colleagues know this person.', 'Como le conocen sus colegas.') },
    },
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'editor',
      saveToJWT: true,
      options: roles.map((value) => ({ value, label: roleLabels[value] })),
      label: said('Role', 'Función'),
      admin: {
        description: said(
          'Editors write. Clinicians review. Admins also manage staff.',
          'Redacción escribe. Clínica revisa. Administración también gestiona el personal.',
        ),
      },
      access: { create: ({ req }) => roleOf(req) === 'admin', update: ({ req }) => roleOf(req) === 'admin' },
    },
  ],
});

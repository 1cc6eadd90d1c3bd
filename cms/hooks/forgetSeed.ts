import type { FieldHook } from 'payload';

/** Only the seed's own saves keep the hash of what it wrote. Any other save clears it, so that the seed never again overwrites what staff changed. */
export const forgetSeed: FieldHook = ({ req, value }) => (req.context.seeding ? value : null);

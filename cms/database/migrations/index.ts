import * as migration_20261123_113309 from './20261123_113309.ts';

export const migrations = [
  {
    up: migration_20261123_113309.up,
    down: migration_20261123_113309.down,
    name: '20261123_113309'
  },
];

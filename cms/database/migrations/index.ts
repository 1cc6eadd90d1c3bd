import * as migration_20261123_113309 from './20261123_113309.ts';
import * as migration_20261123_130859 from './20261123_130859.ts';
import * as migration_20261123_132133 from './20261123_132133.ts';
import * as migration_20261123_185811 from './20261123_185811.ts';

export const migrations = [
  {
    up: migration_20261123_113309.up,
    down: migration_20261123_113309.down,
    name: '20261123_113309',
  },
  {
    up: migration_20261123_130859.up,
    down: migration_20261123_130859.down,
    name: '20261123_130859',
  },
  {
    up: migration_20261123_132133.up,
    down: migration_20261123_132133.down,
    name: '20261123_132133',
  },
  {
    up: migration_20261123_185811.up,
    down: migration_20261123_185811.down,
    name: '20261123_185811'
  },
];

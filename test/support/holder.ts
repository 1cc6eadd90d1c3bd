import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';

/** A process of its own that carries out each line of SQL it is given on the database file named, and says when it has: locks count between processes only. */
const database = new DatabaseSync(process.argv[2]!);
for await (const sql of createInterface(process.stdin)) {
  database.exec(sql);
  console.log(sql);
}

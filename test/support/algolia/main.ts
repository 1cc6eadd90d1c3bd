import { type Fault, startAlgolia } from './index.ts';

/**
 * The double as a process that can be killed: `main.ts <port> <file that keeps the indexes> [fault] [from the n-th call on]`. It says its address, and
 * then each call that meets the fault.
 */
const [port, file, fault = 'none', from = '1'] = process.argv.slice(2);
const algolia = await startAlgolia({ port: Number(port), ...(file && { file }) });
algolia.fault = ({ method, path }) => {
  if (fault === 'none' || algolia.log.length < Number(from)) return 'none';
  console.log(`${fault}: ${method} ${path}`);
  return (Number(fault) || fault) as Fault;
};
console.log(algolia.host);

/** Loaded first into each process that `npm start` runs: when that command dies, however it dies, this process ends too and frees its port. */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();

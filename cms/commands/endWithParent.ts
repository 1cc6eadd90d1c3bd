/**
 * Loaded first into each process that a command keeps running: when that command dies, however it dies, this process ends too and frees its port. What
 * the process itself starts inherits this file, and is its own to end.
 */
if (process.env.COMMAND_PID === String(process.ppid)) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
}

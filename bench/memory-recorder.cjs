// Loaded into each measured process: at its end writes the most memory that it had, in KiB.
process.on('exit', () => {
  require('node:fs').writeFileSync(process.env.BENCH_MEMORY_FILE, String(process.resourceUsage().maxRSS));
});

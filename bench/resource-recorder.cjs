// Loaded into each measured process: at its end writes the most memory that it had, in KiB, and its CPU time, in µs.
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  require('node:fs').writeFileSync(process.env.BENCH_RESOURCE_FILE, `${maxRSS} ${userCPUTime + systemCPUTime}`);
});

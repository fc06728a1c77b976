import type { Command } from 'commander'

/** `stet serve`: the server. `npm start` adds `--sample`. */
export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('run the server')
    .option('--sample', 'load the sample report where there are no accounts and no reports')
    .option('--no-sample', 'do not, as `npm start` would')
    .action(async (options: { sample?: boolean }) => {
      const { serve } = await import('../serve.ts')
      await serve(process.env, { sample: options.sample === true })
    })
}

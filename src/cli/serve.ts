import type { Command } from 'commander'

/** `stet serve`: the server. `npm start` adds `--sample`. */
export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('run the server')
    .option('--sample', 'load the sample report where there are no accounts and no reports')
    .action(async (options: { sample?: true }) => {
      const { serve } = await import('../serve.ts')
      await serve(process.env, { sample: options.sample === true })
    })
}

import { basename } from 'node:path';
import { defineCommand } from '../define-command.js';
import { ExitCode } from '../exit-code.js';

const SCRIPTS = {
  bash: `# Completion of cimbind for bash. Add to ~/.bashrc:  source <(cimbind completion bash)
_cimbind() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "$(cimbind --complete-words "\${COMP_WORDS[@]}" 2>/dev/null)" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _cimbind cimbind
`,
  zsh: `#compdef cimbind
# Completion of cimbind for zsh. Add to ~/.zshrc:  source <(cimbind completion zsh)
_cimbind() {
  local -a proposals
  proposals=("\${(@f)$(cimbind --complete-words "\${words[@]}" 2>/dev/null)}")
  compadd -a proposals
  _files
}
compdef _cimbind cimbind
`,
  fish: `# Completion of cimbind for fish. Save as ~/.config/fish/completions/cimbind.fish
complete -c cimbind -a '(cimbind --complete-words (commandline -opc) (commandline -ct) 2>/dev/null)'
`,
} as const;

/** `cimbind completion`. */
export const completion = defineCommand({
  name: 'completion',
  summary: 'Print a script that completes commands and options in your shell',
  description: 'Prints a script for bash, zsh or fish. Without the name of a shell it takes that of $SHELL.',
  examples: [
    ['source <($0 completion bash)', 'for this session'],
    ['$0 completion zsh >> ~/.zshrc', 'for every session'],
  ],
  operands: { name: 'shell', summary: 'bash, zsh or fish', least: 0, most: 1 },
  options: {},
  async run(ctx, _options, [named]) {
    const shell = named ?? basename(ctx.env['SHELL'] ?? 'bash');
    if (isKnown(shell)) {
      ctx.out.write(SCRIPTS[shell]);
      return ExitCode.ok;
    }
    const [{ wrongUse }, { diagnose }, { printRemarks }] = await Promise.all([
      import('../../diagnostics/catalogue/cfg.js'),
      import('../../diagnostics/diagnose.js'),
      import('../print-report.js'),
    ]);
    const reason = `no completion for the shell "${shell}", expected bash, zsh or fish`;
    await printRemarks(ctx, diagnose(wrongUse, { command: 'cimbind completion', reason }));
    return ExitCode.usage;
  },
});

const isKnown = (shell: string): shell is keyof typeof SCRIPTS => Object.hasOwn(SCRIPTS, shell);

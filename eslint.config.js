// ESLint: the recommended rules, and the few that this house adds.
import js from '@eslint/js';
import globals from 'globals';

export default [
  { ignores: ['build/', 'dist/', '**/dist/', 'third_party/', '**/*.ts', '**/*.tsx', '**/*.mts', '**/*.cts'] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-unused-vars': ['error', { args: 'after-used', caughtErrors: 'none' }],
    },
  },
  { files: ['tools/**', 'tests/**', 'bench/**', '*.js', '*.mjs', 'wasm/*node*.js', 'web/**/*.build.mjs'], languageOptions: { globals: globals.node } },
  { files: ['wasm/*.js'], ignores: ['wasm/*node*.js'], languageOptions: { globals: { ...globals.browser, ...globals.worker } } },
  { files: ['web/**/*.js'], languageOptions: { globals: { ...globals.browser, ...globals.worker } } },
  { files: ['tests/browser*.mjs', 'tests/recipes*.mjs', 'tests/page*.mjs', 'tests/page/**', 'bench/main_thread.mjs'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
];

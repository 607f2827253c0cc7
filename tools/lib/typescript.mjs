// Lets Node run our own tools from their TypeScript source: it strips the types itself, and this finds `./name.ts` where the
// code says `./name.js`, as TypeScript wants it said. Use: node --import ./tools/lib/typescript.mjs <file>.ts
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    const ours = specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL?.endsWith('.ts');
    return next(ours ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
});

export * from '@trajectboek/testing/histories';

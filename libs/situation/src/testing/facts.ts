export * from '@trajectboek/testing/facts';

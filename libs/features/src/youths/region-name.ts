import { IsRegion } from '@trajectboek/api';
import { regionNumber } from '@trajectboek/catalogue';
import { Transform } from 'class-transformer';

/** A region of a query, by its number or its name; a name becomes the number that lists and counts know it by. */
export const IsRegionOf = (kind: 'rmcRegion' | 'labourMarketRegion'): PropertyDecorator => (target, key) => {
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? regionNumber(kind, value) ?? value : value))(target, key);
  IsRegion()(target, key);
};

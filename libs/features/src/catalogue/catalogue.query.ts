import { ListQuery } from '@trajectboek/api';
import { GROUP_LABELS, ROLE_LABELS } from '@trajectboek/catalogue';
import { IsIn, IsOptional } from 'class-validator';

/** Query of the catalogue; rows come in its own order. */
export class CatalogueQuery extends ListQuery {
  @IsOptional() @IsIn(Object.keys(GROUP_LABELS), { message: 'is geen groep van de catalogus' }) group?: string;
  @IsOptional() @IsIn(Object.keys(ROLE_LABELS), { message: 'is geen rol van de catalogus' }) role?: string;
}

/** Scripts on one build (KEYS[1]); ARGV[1] its tags as JSON, by which a build that is gone, or another one, shows. */

/** The rows of one youth (ARGV[2]): `rows`, then key and row in turn. */
export const ROWS = `
if redis.call('HGET', KEYS[1], 'tags') ~= ARGV[1] then return {'gone'} end
return {'rows', redis.call('HGETALL', KEYS[1] .. ':y:' .. ARGV[2])}
`;

/** Youths after ARGV[2], at most ARGV[3]: `youths`, then an id and its keys and rows in turn. */
export const YOUTHS = `
if redis.call('HGET', KEYS[1], 'tags') ~= ARGV[1] then return {'gone'} end
local answer = {'youths'}
local first = ARGV[2] == '' and '-' or '(' .. ARGV[2]
for _, youth in ipairs(redis.call('ZRANGEBYLEX', KEYS[1] .. ':youths', first, '+', 'LIMIT', 0, ARGV[3])) do
  answer[#answer + 1] = youth
  answer[#answer + 1] = redis.call('HGETALL', KEYS[1] .. ':y:' .. youth)
end
return answer
`;

/** `dead`, then an id and its letter in turn. */
export const DEAD_LETTERS = `
if redis.call('HGET', KEYS[1], 'tags') ~= ARGV[1] then return {'gone'} end
return {'dead', redis.call('HGETALL', KEYS[1] .. ':dead')}
`;

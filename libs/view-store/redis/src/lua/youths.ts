/** Scripts on one build (KEYS[1]); ARGV[1] its tags as JSON, by which a build that is gone, or another one, shows. */

/** The rows of one youth (ARGV[2]): `rows`, then key and row in turn; under the empty key what they share. */
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

/**
 * The rows of youths (ARGV[3] and on) that hold on a day and have the tags (ARGV[2], JSON): `rows`, the count of commits,
 * then id, key, row and what the rows share in turn.
 */
export const OF_YOUTHS = `
local about = redis.call('HMGET', KEYS[1], 'tags', 'seq')
if about[1] ~= ARGV[1] then return {'gone'} end
local query = cjson.decode(ARGV[2])
local wanted = {}
for _, part in ipairs(query.filter) do
  wanted[part.tag] = {}
  for _, value in ipairs(part.values) do wanted[part.tag][value] = true end
end

local function fits(value)
  if tonumber(value:sub(9, 12), 36) > query.asOf or tonumber(value:sub(13, 16), 36) <= query.asOf then return false end
  local number = 0
  for tag in value:match('^[^\\n]*'):gmatch('\\31([^\\31]*)') do
    number = number + 1
    if wanted[number] and not wanted[number][tag] then return false end
  end
  return true
end

local answer = {'rows', about[2]}
for i = 3, #ARGV do
  local rows = redis.call('HGETALL', KEYS[1] .. ':y:' .. ARGV[i])
  local shared = false
  for j = 1, #rows, 2 do if rows[j] == '' then shared = rows[j + 1] end end
  for j = 1, #rows, 2 do
    if rows[j] ~= '' and fits(rows[j + 1]) then
      answer[#answer + 1] = ARGV[i]
      answer[#answer + 1] = rows[j]
      answer[#answer + 1] = rows[j + 1]
      answer[#answer + 1] = shared
    end
  end
end
return answer
`;

/** These youths (ARGV[2] and on), as YOUTHS gives them; only those that have rows. */
export const CHOSEN = `
if redis.call('HGET', KEYS[1], 'tags') ~= ARGV[1] then return {'gone'} end
local answer = {'youths'}
for i = 2, #ARGV do
  local rows = redis.call('HGETALL', KEYS[1] .. ':y:' .. ARGV[i])
  if #rows > 0 then
    answer[#answer + 1] = ARGV[i]
    answer[#answer + 1] = rows
  end
end
return answer
`;

/** `dead`, then an id and its letter in turn. */
export const DEAD_LETTERS = `
if redis.call('HGET', KEYS[1], 'tags') ~= ARGV[1] then return {'gone'} end
return {'dead', redis.call('HGETALL', KEYS[1] .. ':dead')}
`;

/** Scripts on the key of one build: who feeds which part of it. Fields of the first part have no number behind their name. */

const NOW = `
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local function field(name, part) return part == 0 and name or name .. ':' .. part end
`;

/** Projector ARGV[1] says that it is there for ARGV[2] milliseconds; gives part, fence, position and moment in turn of what it may feed. */
export const ATTEND = `
local base = KEYS[1]
local about = redis.call('HMGET', base, 'parts', 'closed', 'projectors')
if not about[1] or about[2] then return {} end
${NOW}
local till = now + tonumber(ARGV[2])
local present, isThere = {}, false
for _, one in ipairs(cjson.decode(about[3] or '[]')) do
  if one[1] == ARGV[1] then
    one[2] = till
    isThere = true
  end
  if one[2] > now then present[#present + 1] = one end
end
if not isThere then present[#present + 1] = { ARGV[1], till } end
redis.call('HSET', base, 'projectors', cjson.encode(present))
local mine = {}
for part = 0, tonumber(about[1]) - 1 do
  local at = redis.call('HMGET', base, field('projector', part), field('until', part), field('fence', part), field('position', part), field('recordedAt', part))
  local isMine = present[part % #present + 1][1] == ARGV[1]
  local isHeld = at[2] and tonumber(at[2]) > now
  if isMine and (not isHeld or at[1] == ARGV[1]) then
    -- Who lets its time run out and finds that nobody came in between goes on with its fence.
    local fence = at[1] == ARGV[1] and at[3] or redis.call('HINCRBY', base, field('fence', part), 1)
    redis.call('HSET', base, field('projector', part), ARGV[1], field('until', part), till)
    for _, value in ipairs({ part, fence, at[4], at[5] }) do mine[#mine + 1] = value end
  elseif not isMine and at[1] == ARGV[1] then
    redis.call('HDEL', base, field('projector', part), field('until', part))
  end
end
return mine
`;

/** Gives part ARGV[3] to projector ARGV[1] for ARGV[2] milliseconds, whoever has it; its fence, or nil when the build is gone. */
export const TAKE_OVER = `
local base = KEYS[1]
if redis.call('EXISTS', base) == 0 then return false end
${NOW}
local part = tonumber(ARGV[3])
redis.call('HSET', base, field('projector', part), ARGV[1], field('until', part), now + tonumber(ARGV[2]))
return redis.call('HINCRBY', base, field('fence', part), 1)
`;

/** Takes projector ARGV[1] from the list and from its parts. */
export const LEAVE = `
local base = KEYS[1]
local about = redis.call('HMGET', base, 'parts', 'projectors')
if not about[1] then return 0 end
${NOW}
local others = {}
for _, one in ipairs(cjson.decode(about[2] or '[]')) do if one[1] ~= ARGV[1] then others[#others + 1] = one end end
if #others > 0 then redis.call('HSET', base, 'projectors', cjson.encode(others)) else redis.call('HDEL', base, 'projectors') end
for part = 0, tonumber(about[1]) - 1 do
  if redis.call('HGET', base, field('projector', part)) == ARGV[1] then redis.call('HDEL', base, field('projector', part), field('until', part)) end
end
return 1
`;
